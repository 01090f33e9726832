insert into permission (name, description) values ('upkeep.backup', 'Make backups of the store and see them');
insert into role_permission (role, permission) values ('ADMINISTRATOR', 'upkeep.backup');
