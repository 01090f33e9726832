insert into rule_parameter (code, value, unit, meaning, legal_basis) values
    ('LOGGER_PASSWORD_REFUSED', 0, '1',
     'Whether a frame whose PW is not the one registered for its point is quarantined (1) or taken and recorded (0)',
     'HJ 212-2017 table 3 (PW) demands a password; the field mostly sends 123456, so the centre''s own rule records it');
