-- The newest hour and day mean of each factor with flag N, by which a point's exceedance is judged.
alter table latest_value
    add column hours jsonb not null default '{}',
    add column days  jsonb not null default '{}';
-- What the log says of them is read again, point by point.
insert into rederive_job (point_id, data_from, requested_at) select point_id, '2200-01-01+08', now() from latest_value;
