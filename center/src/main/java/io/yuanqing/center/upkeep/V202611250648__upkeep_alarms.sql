insert into permission (name, description) values
    ('upkeep.alarms', 'See what is wrong with the server and its store');
insert into role_permission (role, permission) values
    ('ADMINISTRATOR', 'upkeep.alarms'),
    ('SYSTEM_ADMINISTRATOR', 'upkeep.alarms'),
    ('DUTY_OFFICER', 'upkeep.alarms');
