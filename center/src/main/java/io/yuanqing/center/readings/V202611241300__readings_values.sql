-- How far each derived reader has come: its result and this position are committed together.
create table reader (
    name     text primary key,
    position bigint not null
);
insert into reader (name, position) values ('readings', 0);

-- Hour values as reported (CN 2061), every version: a packet that replaces another adds rows, it never overwrites. The
-- row with the highest position is the current one. Partitioned by month of the hour's start (city time); a partition is
-- made when the first value of its month comes.
create table hour_value (
    point_id    bigint not null,
    start       timestamptz not null,
    factor      text not null,
    position    bigint not null,
    received_at timestamptz not null,
    data_time   timestamptz not null,
    avg         numeric,
    min         numeric,
    max         numeric,
    cou         numeric,
    zs_avg      numeric,
    zs_min      numeric,
    zs_max      numeric,
    flag        text,
    raw         jsonb, -- what was reported in the place of a number, by item
    backfilled  boolean not null,
    primary key (point_id, start, factor, position)
) partition by range (start);

-- Day values as reported (CN 2031); the same, in one table: 24 times fewer.
create table day_value (
    point_id    bigint not null,
    start       timestamptz not null,
    factor      text not null,
    position    bigint not null,
    received_at timestamptz not null,
    data_time   timestamptz not null,
    avg         numeric,
    min         numeric,
    max         numeric,
    cou         numeric,
    zs_avg      numeric,
    zs_min      numeric,
    zs_max      numeric,
    flag        text,
    raw         jsonb,
    backfilled  boolean not null,
    primary key (point_id, start, factor, position)
);

-- The newest value of each factor, one row per point: rewritten often, hence the space left for updates in place.
create table latest_value (
    point_id    bigint primary key,
    position    bigint not null,
    data_time   timestamptz not null,
    received_at timestamptz,
    factors     jsonb not null
) with (fillfactor = 50);

-- MNs that speak although no point has ever had them: offered for registration.
create table unregistered_mn (
    mn         text primary key,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    packets    bigint not null,
    st         text not null,
    edition    text not null,
    factors    text[] not null,
    remote     text not null
);

-- Points whose derived rows must be made anew from a moment on (null: since ever), written by the transaction that
-- changed the point, removed by the one that has done it.
create table rederive_job (
    id           bigint generated always as identity primary key,
    point_id     bigint not null,
    data_from    timestamptz,
    requested_at timestamptz not null
);
