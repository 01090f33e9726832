-- A second factor (RFC 6238): the secret is sealed with a key that lies in the data directory only.
create table second_factor (
    account_id   bigint primary key references account,
    secret       bytea       not null,
    begun_at     timestamptz not null,
    -- null: shown, but its owner has not yet given a code of it
    confirmed_at timestamptz,
    -- the newest time step of which a code was taken; a code serves once
    last_step    bigint      not null default 0
);

create table recovery_code (
    account_id bigint not null references account,
    hash       bytea  not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);
