-- A logger whose length counts otherwise and that cannot be repaired is read by its CRC.
alter table logger_device
    alter column crc_policy set default 'STRICT',
    add column length_policy text not null default 'STRICT' check (length_policy in ('STRICT', 'ACCEPT_IF_CRC_FITS'));
