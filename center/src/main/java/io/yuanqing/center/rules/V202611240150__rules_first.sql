-- A parameter has one value on each day. A change is a new row, never an edit: what was computed under the old value
-- can be computed again.
create table rule_parameter (
    id             bigint generated always as identity primary key,
    code           text    not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
    value          numeric not null,
    unit           text    not null,
    effective_from date,
    effective_to   date,
    meaning        text    not null,
    legal_basis    text    not null,
    check (effective_from is null or effective_to is null or effective_from < effective_to)
);
create unique index rule_parameter_start on rule_parameter (code, effective_from) nulls not distinct;
comment on column rule_parameter.effective_from is 'first day, city time; null: since ever';
comment on column rule_parameter.effective_to is 'first day no more; null: open';

create function rule_parameter_does_not_overlap() returns trigger language plpgsql as $$
begin
    if exists (select from rule_parameter other
               where other.code = new.code and other.id <> new.id
                 and daterange(other.effective_from, other.effective_to) && daterange(new.effective_from, new.effective_to)) then
        raise exception 'parameter % has a value already within % to %', new.code, new.effective_from, new.effective_to;
    end if;
    return new;
end $$;
create trigger rule_parameter_does_not_overlap before insert or update on rule_parameter
    for each row execute function rule_parameter_does_not_overlap();

insert into rule_parameter (code, value, unit, meaning, legal_basis) values
    ('OFFLINE_AFTER_MINUTES', 30, 'min',
     'A point is offline when no data of it have arrived for so long',
     'No law fixes it; the centre''s own duty rule: three missed packets of 10-minute data'),
    ('DATA_TIME_WINDOW_PAST_DAYS', 400, 'd',
     'A packet whose DataTime lies further back at its receipt is quarantined',
     'No law fixes it; the centre''s own rule: a year of back-fill and a month to notice'),
    ('DATA_TIME_WINDOW_FUTURE_MINUTES', 10, 'min',
     'A packet whose DataTime lies further ahead at its receipt is quarantined',
     'No law fixes it; the centre''s own rule: what a logger''s clock may be ahead'),
    ('ON_TIME_WINDOW_MINUTES', 60, 'min',
     'Data of a period that arrive later after its end count as back-filled; an hour becomes due then',
     'Algorithm NATIONAL_2023: hourly data are due one hour after the end of their hour'),
    ('EFFECTIVE_TRANSMISSION_RATE_MIN', 0.9, '1',
     'Least effective transmission rate (transmission rate x validity rate) of key enterprises',
     'Algorithm NATIONAL_2023: at least 90 % on hourly data');
