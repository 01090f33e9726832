-- Closed days of receipt, recoded: runs of a day's positions, and in each run one block for each MN. What stands in a block:
-- packets/block/BlockCodec. Not partitioned: what the rule of retention drops makes room for the blocks of new days.
create table packet_segment (
    number         bigint generated always as identity primary key,
    received_day   date   not null,
    first_position bigint not null,
    last_position  bigint not null,
    packets        int    not null,
    frame_bytes    bigint not null,
    check (first_position <= last_position)
);
create index packet_segment_by_day on packet_segment (received_day, first_position);
create unique index packet_segment_by_position on packet_segment (first_position, last_position);
create index packet_segment_by_last on packet_segment (last_position);
comment on column packet_segment.frame_bytes is 'of its packets'' frames as received';

create table packet_block (
    segment        bigint not null references packet_segment,
    mn             text   not null,
    first_position bigint not null,
    last_position  bigint not null,
    packets        int    not null,
    received_from  timestamptz not null,
    received_to    timestamptz not null,
    data_from      timestamptz,
    data_to        timestamptz,
    positions      bytea not null,
    content        bytea not null,
    primary key (segment, mn)
);
-- It is compressed already.
alter table packet_block alter column content set storage external;
create index packet_block_by_data_time on packet_block (mn, data_to, data_from);
create index packet_block_by_receipt on packet_block (mn, received_to, received_from);
comment on column packet_block.received_to is 'the last moment itself; likewise data_to, null when no packet has a DataTime';
comment on column packet_block.positions is 'of its packets, so that one is found without its content';
