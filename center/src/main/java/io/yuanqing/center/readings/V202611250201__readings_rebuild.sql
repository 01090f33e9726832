insert into permission (name, description) values
    ('readings.rebuild', 'Have derived figures made anew from the packet log');
insert into role_permission (role, permission) values ('ADMINISTRATOR', 'readings.rebuild');
