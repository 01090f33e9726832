alter table account
    -- Who chose the password: its owner, somebody else (who knows it, so it holds for one sign-in), the server, the
    -- environment of the server.
    add column password_origin text        not null default 'OWN'
        check (password_origin in ('OWN', 'ANOTHER', 'GENERATED', 'ENVIRONMENT')),
    add column password_since  timestamptz not null default now();
update account set password_origin = 'ENVIRONMENT' where name = 'admin';

-- Hashes of passwords that an account had before, so that they do not come back.
create table former_password (
    id            bigint generated always as identity primary key,
    account_id    bigint      not null references account,
    password_hash text        not null,
    until         timestamptz not null
);
create index former_password_account on former_password (account_id, id);

-- Wrong passwords lately: of an account name ('name x') and from an address ('address y').
create table lock_out (
    key          text primary key,
    failures     integer     not null,
    since        timestamptz not null,
    locked_until timestamptz,
    last_at      timestamptz not null
);
create index lock_out_last on lock_out (last_at);
