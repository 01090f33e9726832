-- When a point's headline state became another one, as the centre saw it: the newest events, and since when a state holds.
create table live_state_change (
    id         bigint generated always as identity primary key,
    point_id   bigint not null,
    at         timestamptz not null,
    from_state text not null,
    to_state   text not null,
    reason     jsonb -- why it is so; null: nothing is wrong
);
create index live_state_change_point on live_state_change (point_id, at desc, id desc);
create index live_state_change_at on live_state_change (at);
