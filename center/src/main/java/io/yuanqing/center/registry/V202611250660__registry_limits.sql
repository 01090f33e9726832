-- Limits as standards print them; a row is never changed. A newer edition of a standard is new rows.
create table standard_limit (
    id               bigint generated always as identity primary key,
    standard         text    not null,
    clause           text    not null,
    industry         text    not null,
    factor           text,
    factor_name      text    not null,
    period           text    not null check (period in ('INSTANT', 'FIVE_MINUTES', 'HOUR', 'DAY', 'SAMPLED')),
    printed_period   text    not null,
    bound            text    not null check (bound in ('UPPER', 'LOWER')),
    value            numeric not null,
    unit             text    not null,
    reference_oxygen numeric(4, 2) check (reference_oxygen >= 0 and reference_oxygen < 21),
    as_measured      boolean not null,
    printed_oxygen   text,
    note             text    not null,
    confidence       text    not null check (confidence in ('H', 'M', 'BK-H', 'BK-M')),
    check (reference_oxygen is null or not as_measured)
);
comment on column standard_limit.factor is 'code of HJ 212-2017; null: there is none, or it is monitored by hand only';
comment on column standard_limit.as_measured is 'holds for measured values (实测) rather than converted ones';
comment on column standard_limit.printed_oxygen is 'as printed; where it names several, the point''s own reference oxygen counts';

-- Which limits hold for a point from when to when: a row of a standard, or a value of its discharge permit. Only the end of a
-- row is ever set; another value is another row.
create table point_limit (
    id                bigint generated always as identity primary key,
    point_id          bigint not null references monitoring_point,
    standard_limit_id bigint references standard_limit,
    permit_number     text,
    factor            text    not null,
    period            text    not null check (period in ('INSTANT', 'FIVE_MINUTES', 'HOUR', 'DAY', 'SAMPLED')),
    bound             text    not null check (bound in ('UPPER', 'LOWER')),
    value             numeric not null check (value >= 0),
    unit              text    not null,
    reference_oxygen  numeric(4, 2) check (reference_oxygen >= 0 and reference_oxygen < 21),
    as_measured       boolean not null,
    effective_from    date,
    effective_to      date,
    note              text    not null,
    registered_at     timestamptz not null,
    registered_by     text    not null,
    check ((standard_limit_id is null) <> (permit_number is null)),
    check (reference_oxygen is null or not as_measured),
    check (effective_from is null or effective_to is null or effective_from <= effective_to)
);
create index point_limit_point on point_limit (point_id);
comment on column point_limit.effective_from is 'first day, city time; null: since ever';
comment on column point_limit.effective_to is 'first day no more; null: open; the first day itself: it never came into force';
