-- The seals over the packets of a day of receipt (the city's time). Each holds the digest of the one before; a day that got
-- further packets after its seal has a further one. What the digests are made of: SealChain. Seals outlive the packets.
create table packet_seal (
    number         bigint primary key,
    kind           text not null check (kind in ('DAY', 'KEPT')),
    day            date not null,
    after_position bigint not null,
    up_to_position bigint not null,
    packets        bigint not null,
    positions      int8multirange not null,
    first_position bigint generated always as (lower(positions)) stored,
    last_position  bigint generated always as (upper(positions) - 1) stored,
    packets_digest bytea not null,
    previous       bytea not null,
    digest         bytea not null,
    sealed_at      timestamptz not null
);
create index packet_seal_day on packet_seal (day, number);
comment on column packet_seal.kind is 'DAY: packets as received; KEPT: what remained of the day when its other packets were dropped';
comment on column packet_seal.positions is 'of the sealed packets, so that one that is missing can be named';

-- The first two bytes of the chain's value after each packet of a seal: they prove nothing, they find the packet that
-- differs. 65,536 packets a row.
create table packet_seal_trace (
    seal   bigint not null references packet_seal,
    part   int    not null,
    prints bytea  not null,
    primary key (seal, part)
);

-- The end of the chain; locked while a seal is added.
create table packet_seal_head (
    only_row boolean primary key default true check (only_row),
    number   bigint not null,
    digest   bytea  not null
);
insert into packet_seal_head (number, digest) values (0, decode(repeat('00', 32), 'hex'));

insert into permission (name, description) values
    ('packets.verify', 'Have the seals over the packet log computed anew');
insert into role_permission (role, permission) values ('ADMINISTRATOR', 'packets.verify');
