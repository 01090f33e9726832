-- How a point's logger names and measures what it sends, where that differs from the dictionary: another code (alias), another
-- unit. Only the end of a row is ever set; another rule is another row. Packets stay as received: rules count when they are read.
create table point_factor_rule (
    id             bigint generated always as identity primary key,
    point_id       bigint  not null references monitoring_point,
    sent_as        text    not null,
    factor         text    not null,
    unit           text,
    multiplier     numeric not null check (multiplier > 0),
    effective_from date,
    effective_to   date,
    note           text    not null,
    registered_at  timestamptz not null,
    registered_by  text    not null,
    check (effective_from is null or effective_to is null or effective_from <= effective_to)
);
create index point_factor_rule_point on point_factor_rule (point_id);
comment on column point_factor_rule.sent_as is 'code as the logger writes it, lower case';
comment on column point_factor_rule.factor is 'code of HJ 212-2017 that is meant';
comment on column point_factor_rule.unit is 'in which the values are sent; null: the dictionary''s';
comment on column point_factor_rule.multiplier is 'a value as sent times this is the value in the dictionary''s unit';
comment on column point_factor_rule.effective_from is 'first day of data, city time; null: since ever';
comment on column point_factor_rule.effective_to is 'first day no more; null: open; the first day itself: it never counted';
