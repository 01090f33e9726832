-- Commands down to loggers, with what became of them.
create table logger_command (
    id           bigint generated always as identity primary key,
    point_id     bigint      not null references monitoring_point,
    mn           text        not null,
    command      text        not null,
    edition      text        not null,
    parameters   jsonb       not null,
    reason       text,
    state        text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    qn           text,
    packets      integer     not null default 0,
    ended_at     timestamptz
);
create index logger_command_point on logger_command (point_id, id);
-- What a restart has to end.
create index logger_command_open on logger_command (id) where ended_at is null;

create table logger_command_step (
    id         bigint generated always as identity primary key,
    command_id bigint      not null references logger_command,
    at         timestamptz not null,
    kind       text        not null,
    code       integer,
    detail     text
);
create index logger_command_step_of on logger_command_step (command_id, id);

insert into permission (name, description) values
    ('access.command', 'Send commands to loggers: clock, intervals, history, information'),
    ('access.control', 'Send and confirm commands that act on instruments or can lock the centre out');
insert into role_permission (role, permission) values
    ('ADMINISTRATOR', 'access.command'),
    ('ADMINISTRATOR', 'access.control');
