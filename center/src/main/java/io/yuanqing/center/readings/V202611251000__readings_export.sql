insert into permission (name, description) values ('readings.export', 'Export tables and readings of one''s data scope as files');
insert into role_permission (role, permission) values
    ('ADMINISTRATOR', 'readings.export'),
    ('AUDITOR',       'readings.export'),
    ('DUTY_OFFICER',  'readings.export'),
    ('REVIEWER',      'readings.export'),
    ('INSPECTOR',     'readings.export'),
    ('ENFORCEMENT',   'readings.export'),
    ('COUNTY_BUREAU', 'readings.export'),
    ('CONTRACTOR',    'readings.export'),
    ('ENTERPRISE',    'readings.export'),
    ('LEADER',        'readings.export');
