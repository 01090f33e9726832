-- What is known of a logger that its packets themselves cannot tell.
create table logger_device (
    mn         text not null primary key check (mn = upper(btrim(mn)) and mn <> ''),
    crc_policy text not null check (crc_policy in ('STRICT', 'ACCEPT_MODBUS', 'IGNORE'))
);

-- The keys with which loggers of the edition 2025 encrypt. None is ever removed: the log keeps packets as received, and old
-- ones open with the key of their time alone. The newest (highest id) is the one in force.
create table logger_key (
    id         bigint generated always as identity primary key,
    mn         text        not null check (mn = upper(btrim(mn)) and mn <> ''),
    created_at timestamptz not null,
    sealed     bytea       not null
);
create index logger_key_mn on logger_key (mn, id desc);
comment on column logger_key.sealed is 'AES-256-GCM under the data directory''s logger-keys.secret: nonce (12 bytes), cipher text and tag; bound to the mn';
