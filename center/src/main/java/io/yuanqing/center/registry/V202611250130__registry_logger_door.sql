alter table monitoring_point add column logger_networks text[] not null default '{}';
comment on column monitoring_point.logger_networks is 'addresses or networks (CIDR) from which alone its logger may send; empty: from anywhere';
