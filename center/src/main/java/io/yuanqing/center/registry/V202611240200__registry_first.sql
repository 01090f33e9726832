create table enterprise (
    id                bigint generated always as identity primary key,
    name              text        not null,
    county            text        not null,
    supervision_class text        not null check (supervision_class in ('KEY', 'GENERAL')),
    industry          text,
    credit_code       text,
    address           text,
    longitude         numeric(9, 6),
    latitude          numeric(8, 6),
    registered_at     timestamptz not null default now()
);
create index enterprise_county on enterprise (county);

create table outlet (
    id            bigint generated always as identity primary key,
    enterprise_id bigint not null references enterprise,
    name          text   not null
);
create index outlet_enterprise on outlet (enterprise_id);

create table monitoring_point (
    id                         bigint generated always as identity primary key,
    outlet_id                  bigint      not null references outlet,
    mn                         text        not null,
    name                       text        not null,
    medium                     text        not null,
    st                         text,
    edition                    text        not null check (edition in ('2005', '2017', '2025')),
    factors                    text[]      not null default '{}',
    assessed_factors           text[]      not null default '{}',
    reference_oxygen           numeric(4, 2),
    reference_oxygen_by_factor jsonb       not null default '{}',
    connected_from             date,
    end_stamped                boolean     not null default false,
    minute_interval            integer,
    auto_commands              boolean     not null default false,
    logger_password            text,
    registered_at              timestamptz not null default now()
);
create index monitoring_point_outlet on monitoring_point (outlet_id);
comment on column monitoring_point.mn is 'the MN in force, as it was registered; history in logger_binding';
comment on column monitoring_point.logger_password is 'PW of the logger, a field of every frame on the wire; no person''s secret';

-- Which MN speaks for which point from when (inclusive, null: since ever) to when (exclusive, null: open).
create table logger_binding (
    id         bigint generated always as identity primary key,
    mn         text   not null check (mn = upper(btrim(mn)) and mn <> ''),
    point_id   bigint not null references monitoring_point,
    valid_from timestamptz,
    valid_to   timestamptz,
    check (valid_from is null or valid_to is null or valid_from < valid_to)
);
create index logger_binding_point on logger_binding (point_id);
create index logger_binding_mn on logger_binding (mn);
-- An MN speaks for one point at a time, and a point has one MN at a time.
create unique index logger_binding_open_mn on logger_binding (mn) where valid_to is null;
create unique index logger_binding_open_point on logger_binding (point_id) where valid_to is null;

insert into permission (name, description) values ('registry.write', 'Register and change enterprises, outlets, points and loggers');
insert into role_permission (role, permission) values ('ADMINISTRATOR', 'registry.write');
