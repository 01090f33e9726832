-- The roles of a centre. System administration, security administration and audit are three powers (三权分立,
-- GB/T 22239-2019 8.1.5.1 to 8.1.5.3): one account holds roles of one of them at most. ADMINISTRATOR holds everything until
-- a security administrator takes it from whoever has it.
alter table role
    add column power text check (power in ('SYSTEM', 'SECURITY', 'AUDIT')),
    add column bound_to text not null default 'CITY' check (bound_to in ('CITY', 'COUNTY', 'ENTERPRISE', 'CONTRACTOR'));
comment on column role.bound_to is 'what the data scope of its holders must name; CITY: nothing, they may see the whole city';

update role set display_name = '全权管理员' where name = 'ADMINISTRATOR';
insert into role (name, display_name, power, bound_to) values
    ('SYSTEM_ADMINISTRATOR',   '系统管理员', 'SYSTEM',   'CITY'),
    ('SECURITY_ADMINISTRATOR', '安全管理员', 'SECURITY', 'CITY'),
    ('AUDITOR',                '安全审计员', 'AUDIT',    'CITY'),
    ('DUTY_OFFICER',           '中心值班员', null,       'CITY'),
    ('REVIEWER',               '中心审核员', null,       'CITY'),
    ('INSPECTOR',              '现场检查员', null,       'CITY'),
    ('ENFORCEMENT',            '执法人员',   null,       'CITY'),
    ('COUNTY_BUREAU',          '县区分局',   null,       'COUNTY'),
    ('CONTRACTOR',             '运维单位',   null,       'CONTRACTOR'),
    ('ENTERPRISE',             '排污单位',   null,       'ENTERPRISE'),
    ('LEADER',                 '领导',       null,       'CITY');

insert into permission (name, description) values
    ('identity.read',          'See accounts, roles and who holds them'),
    ('identity.accounts',      'Make, rename and close accounts, set passwords, unlock'),
    ('identity.grants',        'Grant roles and data scope, decide what roles may do'),
    ('identity.sign-ins',      'Read the sign-in history of every account'),
    ('registry.contacts-read', 'See names and telephone numbers of contacts in full');

insert into role_permission (role, permission) values
    ('ADMINISTRATOR', 'identity.read'),
    ('ADMINISTRATOR', 'identity.accounts'),
    ('ADMINISTRATOR', 'identity.grants'),
    ('ADMINISTRATOR', 'identity.sign-ins'),
    ('ADMINISTRATOR', 'registry.contacts-read'),

    ('SYSTEM_ADMINISTRATOR', 'identity.read'),
    ('SYSTEM_ADMINISTRATOR', 'identity.accounts'),
    ('SYSTEM_ADMINISTRATOR', 'registry.write'),
    ('SYSTEM_ADMINISTRATOR', 'readings.rebuild'),
    ('SYSTEM_ADMINISTRATOR', 'packets.verify'),
    ('SYSTEM_ADMINISTRATOR', 'upkeep.backup'),

    ('SECURITY_ADMINISTRATOR', 'identity.read'),
    ('SECURITY_ADMINISTRATOR', 'identity.grants'),
    ('SECURITY_ADMINISTRATOR', 'identity.sign-ins'),

    ('AUDITOR', 'identity.read'),
    ('AUDITOR', 'identity.sign-ins'),
    ('AUDITOR', 'audit.read'),
    ('AUDITOR', 'packets.verify'),

    ('DUTY_OFFICER', 'access.command'),
    ('DUTY_OFFICER', 'packets.readmit'),
    ('DUTY_OFFICER', 'registry.contacts-read'),
    ('REVIEWER', 'access.command'),
    ('REVIEWER', 'access.control'),
    ('REVIEWER', 'packets.readmit'),
    ('REVIEWER', 'readings.rebuild'),
    ('REVIEWER', 'registry.contacts-read'),
    ('INSPECTOR', 'access.command'),
    ('INSPECTOR', 'registry.contacts-read'),
    ('ENFORCEMENT', 'access.command'),
    ('ENFORCEMENT', 'packets.verify'),
    ('ENFORCEMENT', 'registry.contacts-read'),
    ('COUNTY_BUREAU', 'registry.contacts-read');

-- Ids of contractors; null: no restriction. Sees the points that are under a contract with one of them.
alter table account add column scope_contractors bigint[];
