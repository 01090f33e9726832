-- What can be permitted. Each room adds its own acts in its migrations, and grants them to ADMINISTRATOR.
create table permission (
    name        text primary key check (name ~ '^[a-z]+\.[a-z-]+$'),
    description text not null
);

create table role (
    name         text primary key,
    display_name text not null
);

create table role_permission (
    role       text not null references role,
    permission text not null references permission,
    primary key (role, permission)
);

create table account (
    id                bigint generated always as identity primary key,
    name              text        not null unique check (name = lower(btrim(name)) and name <> ''),
    display_name      text        not null,
    password_hash     text        not null,
    enabled           boolean     not null default true,
    -- data scope; null: no restriction
    scope_counties    text[],
    scope_enterprises bigint[],
    created_at        timestamptz not null default now()
);
comment on column account.password_hash is 'with the name of its algorithm; a clear password is stored nowhere';

create table account_role (
    account_id bigint not null references account,
    role       text   not null references role,
    primary key (account_id, role)
);

insert into role (name, display_name) values ('ADMINISTRATOR', '系统管理员');
