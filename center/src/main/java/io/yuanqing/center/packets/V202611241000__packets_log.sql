-- The head of the log: one row, locked by every append, so that positions appear in commit order and without gaps, and
-- the counters change together with the packets that they count.
create table log_head (
    only_row     boolean primary key default true check (only_row),
    position     bigint not null default 0,
    received     bigint not null default 0,
    stored       bigint not null default 0,
    duplicate    bigint not null default 0,
    quarantined  bigint not null default 0,
    acknowledged bigint not null default 0,
    noise_bytes  bigint not null default 0,
    last_batch   uuid,
    check (received = stored + duplicate + quarantined)
);
insert into log_head default values;

-- Packets as received. One partition per day of receipt (in the city's time), made when the first packet of a day comes.
create table packet (
    position     bigint not null,
    received_day date not null,
    received_at  timestamptz not null,
    data_time    timestamptz,
    mn           text not null,
    st           text not null,
    cn           text not null,
    origin       text not null check (origin in ('LIVE', 'SEED')),
    remote       text not null,
    frame        bytea not null,
    primary key (position, received_day)
) partition by range (received_day);
create index packet_by_data_time on packet (mn, data_time);
create index packet_by_receipt on packet (mn, received_at, position);

-- What makes a packet a duplicate, apart from the packets: a unique key cannot span partitions by day of receipt, and a
-- re-send after midnight must be recognised. Partitioned by the month of the data's day.
create table packet_key (
    data_day date not null,
    hash     uuid not null,
    primary key (data_day, hash)
) partition by range (data_day);
-- Packets without a DataTime.
create table packet_key_undated partition of packet_key for values from (minvalue) to ('1971-01-01');

create table quarantine (
    id          bigint generated always as identity primary key,
    received_at timestamptz not null,
    remote      text not null,
    mn          text not null,
    st          text not null,
    cn          text not null,
    reason      text not null,
    detail      text not null,
    frame       bytea not null
);
create index quarantine_by_mn on quarantine (mn, id);

-- How much an address has put into quarantine on a day: its bytes are bounded, the count of its frames is not.
create table quarantine_volume (
    day    date not null,
    remote text not null,
    frames bigint not null,
    bytes  bigint not null,
    primary key (day, remote)
);

-- Bytes between frames: counted, with a sample of the first ones of each connection.
create table noise (
    id          bigint generated always as identity primary key,
    received_at timestamptz not null,
    remote      text not null,
    bytes       bigint not null,
    sample      bytea not null
);
