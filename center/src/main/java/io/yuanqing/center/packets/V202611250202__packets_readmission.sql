-- A frame of the quarantine that was taken as data after all. Written by the append of the frame that took its place, so
-- that it happens once; the original bytes stay in quarantine.
create table packet_readmission (
    quarantine_id bigint primary key,
    position      bigint,
    fate          text not null check (fate in ('STORED', 'DUPLICATE')),
    readmitted_at timestamptz not null,
    actor         text not null,
    change        text not null,
    reason        text not null
);
create index packet_readmission_position on packet_readmission (position);
comment on column packet_readmission.position is 'of the packet; null when the log held the same data already';
comment on column packet_readmission.change is 'what was changed or accepted';

alter table packet drop constraint packet_origin_check;
alter table packet add constraint packet_origin_check check (origin in ('LIVE', 'SEED', 'READMITTED'));

insert into permission (name, description) values
    ('packets.readmit', 'Take frames of the quarantine as data, corrected or as they are');
insert into role_permission (role, permission) values ('ADMINISTRATOR', 'packets.readmit');
