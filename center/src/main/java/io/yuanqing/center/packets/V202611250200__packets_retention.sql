-- Packets that outlive their day's partition: those on which hour and day values rest, and those named by an open case.
create table packet_kept (
    position     bigint primary key,
    received_day date not null,
    received_at  timestamptz not null,
    data_time    timestamptz,
    mn           text not null,
    st           text not null,
    cn           text not null,
    origin       text not null,
    remote       text not null,
    frame        bytea not null
);
create index packet_kept_by_day on packet_kept (received_day, position);
create index packet_kept_by_data_time on packet_kept (mn, data_time);
create index packet_kept_by_receipt on packet_kept (mn, received_at, position);

-- What readers of the log read.
create view log_packet as
    select position, received_day, received_at, data_time, mn, st, cn, origin, remote, frame from packet
    union all
    select position, received_day, received_at, data_time, mn, st, cn, origin, remote, frame from packet_kept;

-- An open case holds the packets of an MN whose DataTime (without one: receipt) lies in the span.
create table packet_hold (
    id          bigint generated always as identity primary key,
    mn          text not null,
    data_from   timestamptz not null,
    data_to     timestamptz not null,
    reason      text not null,
    placed_at   timestamptz not null,
    released_at timestamptz,
    check (data_from < data_to)
);
create index packet_hold_open on packet_hold (mn) where released_at is null;

-- Days whose packets the rule no longer asks for: announced, and dropped after a time in which a wrong clock is noticed.
create table packet_retention (
    day          date primary key,
    announced_at timestamptz not null
);

insert into rule_parameter (code, value, unit, meaning, legal_basis) values
    ('PACKETS_KEPT_YEARS', 5, 'a',
     'Packets are kept for so long after the day of their receipt; the longer of the values on that day and today holds',
     'Regulation on the administration of pollutant discharge permits (State Council decree 736), article 19: original'
     ' monitoring records at least five years'),
    ('HOUR_DAY_PACKETS_KEPT_YEARS', 30, 'a',
     'Packets of hour and day data (CN 2061, 2031) are kept for so long; never shorter than PACKETS_KEPT_YEARS',
     'No law asks for more than ten years (Implementing rules of the tax collection law, article 29: tax records); the'
     ' centre''s own rule: the figures on which rates, taxes and cases rest can be made anew all that time'),
    ('QUARANTINE_KEPT_YEARS', 5, 'a',
     'Frames in quarantine are kept for so long after their receipt',
     'As PACKETS_KEPT_YEARS: a frame that was refused may be evidence too'),
    ('NOISE_KEPT_DAYS', 90, 'd',
     'Samples of bytes without a frame are kept for so long',
     'No law fixes it; the centre''s own rule: long enough to mend a line');
