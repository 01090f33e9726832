-- One enterprise, one archive (一企一档). What has a legal meaning is effective-dated: a change closes a period and opens the
-- next one, it never rewrites what was.

create function city_today() returns date language sql stable as $$ select (now() at time zone 'Asia/Shanghai')::date $$;

-- Classes of GB/T 4754-2017 that occur among polluting enterprises; an enterprise may carry another one with its name.
create table industry (
    code text primary key check (code ~ '^[0-9]{2,4}$'),
    name text not null
);
insert into industry (code, name) values
    ('06', '煤炭开采和洗选业'), ('0810', '铁矿采选'), ('0911', '铜矿采选'), ('1340', '制糖业'), ('1353', '肉制品及副产品加工'),
    ('1371', '蔬菜加工'), ('1373', '水果和坚果加工'), ('1392', '豆制品制造'), ('14', '食品制造业'), ('1441', '液体乳制造'),
    ('1511', '酒精制造'), ('1512', '白酒制造'), ('1513', '啤酒制造'), ('1610', '烟叶复烤'), ('1620', '卷烟制造'),
    ('17', '纺织业'), ('1910', '皮革鞣制加工'), ('2211', '木竹浆制造'), ('2221', '机制纸及纸板制造'), ('2223', '加工纸制造'),
    ('2319', '包装装潢及其他印刷'), ('2511', '原油加工及石油制品制造'), ('2521', '炼焦'), ('2611', '无机酸制造'),
    ('2612', '无机碱制造'), ('2613', '无机盐制造'), ('2614', '有机化学原料制造'), ('2619', '其他基础化学原料制造'),
    ('2621', '氮肥制造'), ('2622', '磷肥制造'), ('2710', '化学药品原料药制造'), ('2720', '化学药品制剂制造'),
    ('2740', '中成药生产'), ('2761', '生物药品制造'), ('2911', '轮胎制造'), ('3011', '水泥制造'), ('3012', '石灰和石膏制造'),
    ('3021', '水泥制品制造'), ('3031', '粘土砖瓦及建筑砌块制造'), ('3041', '平板玻璃制造'), ('3071', '建筑陶瓷制品制造'),
    ('3110', '炼铁'), ('3120', '炼钢'), ('3130', '钢压延加工'), ('3140', '铁合金冶炼'), ('3211', '铜冶炼'),
    ('3212', '铅锌冶炼'), ('3213', '镍钴冶炼'), ('3216', '铝冶炼'), ('3360', '金属表面处理及热处理加工'),
    ('3391', '黑色金属铸造'), ('3392', '有色金属铸造'), ('4411', '火力发电'), ('4412', '热电联产'), ('4417', '生物质能发电'),
    ('4430', '热力生产和供应'), ('4620', '污水处理及其再生利用'), ('7724', '危险废物治理'), ('7820', '环境卫生管理'),
    ('8411', '综合医院');

alter table enterprise
    add column industry_code text,
    add column permit_number text,
    add column permit_from   date,
    add column permit_until  date,
    add check (permit_from is null or permit_until is null or permit_from <= permit_until);
create unique index enterprise_credit_code on enterprise (credit_code);
comment on column enterprise.credit_code is 'unified social credit code, GB 32100-2015, with its check character';
comment on column enterprise.industry_code is 'GB/T 4754-2017; industry is its name';
comment on column enterprise.permit_until is 'last day on which the discharge permit is valid';

-- Who was a key enterprise on which day. The first period of an enterprise has no beginning, the last one no end.
create table enterprise_class (
    enterprise_id     bigint not null references enterprise,
    supervision_class text   not null check (supervision_class in ('KEY', 'GENERAL')),
    valid_from        date,
    valid_to          date,
    basis             text,
    check (valid_from is null or valid_to is null or valid_from < valid_to)
);
create unique index enterprise_class_start on enterprise_class (enterprise_id, valid_from) nulls not distinct;
create unique index enterprise_class_open on enterprise_class (enterprise_id) where valid_to is null;
comment on column enterprise_class.valid_to is 'first day no more; null: open';
insert into enterprise_class (enterprise_id, supervision_class) select id, supervision_class from enterprise;
alter table enterprise drop column supervision_class;

create view enterprise_class_today as
    select enterprise_id, supervision_class
    from enterprise_class
    where (valid_from is null or valid_from <= city_today()) and (valid_to is null or city_today() < valid_to);

create table enterprise_contact (
    id            bigint generated always as identity primary key,
    enterprise_id bigint not null references enterprise,
    name          text   not null,
    duty          text,
    phone         text
);
create index enterprise_contact_enterprise on enterprise_contact (enterprise_id);

alter table outlet
    add column code            text,
    add column medium          text,
    add column kind            text not null default 'GENERAL' check (kind in ('MAIN', 'GENERAL', 'OTHER')),
    add column receiving_water text,
    add column height          numeric(6, 2) check (height > 0),
    add column longitude       numeric(9, 6),
    add column latitude        numeric(8, 6);
create unique index outlet_code on outlet (enterprise_id, code);
comment on column outlet.code is 'number of the discharge permit, such as DA001';
comment on column outlet.height is 'of a stack, m';

alter table monitoring_point
    add column stack_area numeric(8, 4) check (stack_area > 0),
    add column flow_unit  text;
comment on column monitoring_point.stack_area is 'cross section of the stack at the probe, m2';

create table point_retirement (
    id         bigint generated always as identity primary key,
    point_id   bigint not null references monitoring_point,
    valid_from date   not null,
    last_day   date,
    reason     text   not null,
    check (last_day is null or valid_from <= last_day)
);
create index point_retirement_point on point_retirement (point_id);
comment on table point_retirement is 'spans over which a point is out of use; last_day null: for the time being';

create table contractor (
    id            bigint generated always as identity primary key,
    name          text not null unique,
    credit_code   text unique,
    filing_number text,
    contact       text,
    phone         text
);
comment on column contractor.filing_number is 'of its registration with the authority (生态环境监测条例 art. 28)';

create table contractor_staff (
    id            bigint generated always as identity primary key,
    contractor_id bigint not null references contractor,
    name          text   not null,
    duty          text,
    phone         text,
    joined_on     date,
    left_on       date,
    check (joined_on is null or left_on is null or joined_on <= left_on)
);
create index contractor_staff_contractor on contractor_staff (contractor_id);
comment on table contractor_staff is 'identity numbers are not kept';

-- Who operates a point on which day: one contractor at a time.
create table contract (
    id            bigint generated always as identity primary key,
    point_id      bigint not null references monitoring_point,
    contractor_id bigint not null references contractor,
    number        text,
    valid_from    date   not null,
    last_day      date,
    check (last_day is null or valid_from <= last_day)
);
create index contract_point on contract (point_id);
create index contract_contractor on contract (contractor_id);
comment on column contract.last_day is 'last day on which it is in force; null: open';

create function contract_does_not_overlap() returns trigger language plpgsql as $$
begin
    perform from monitoring_point where id = new.point_id for update;
    if exists (select from contract other
               where other.point_id = new.point_id and other.id <> new.id
                 and daterange(other.valid_from, other.last_day, '[]') && daterange(new.valid_from, new.last_day, '[]')) then
        raise exception 'point % is under another contract within % to %', new.point_id, new.valid_from, new.last_day;
    end if;
    return new;
end $$;
create trigger contract_does_not_overlap before insert or update on contract
    for each row execute function contract_does_not_overlap();

-- Instruments at a point and its logger (自动监测设备, 数采仪). A replacement closes one row and opens the next.
create table equipment (
    id                  bigint generated always as identity primary key,
    point_id            bigint not null references monitoring_point,
    kind                text   not null check (kind in ('ANALYZER', 'FLOW_METER', 'LOGGER', 'SAMPLER', 'OTHER')),
    name                text   not null,
    factors             text[] not null default '{}',
    maker               text,
    model               text,
    serial              text,
    principle           text,
    range_low           numeric,
    range_high          numeric,
    unit                text,
    detection_limit     numeric,
    product_certificate text,
    installed_on        date,
    accepted_on         date,
    removed_on          date,
    replaces            bigint unique references equipment,
    check (range_low is null or range_high is null or range_low < range_high),
    check (installed_on is null or removed_on is null or installed_on <= removed_on)
);
create index equipment_point on equipment (point_id);
comment on column equipment.removed_on is 'first day without it; null: in place';

create table certificate (
    id            bigint generated always as identity primary key,
    enterprise_id bigint references enterprise,
    contractor_id bigint references contractor,
    staff_id      bigint references contractor_staff,
    equipment_id  bigint references equipment,
    kind          text not null check (kind in ('PERMIT', 'QUALIFICATION', 'COMPETENCE', 'PRODUCT', 'VERIFICATION', 'ACCEPTANCE', 'OTHER')),
    name          text not null,
    number        text,
    issuer        text,
    issued_on     date,
    expires_on    date,
    renewed_by    bigint references certificate,
    check (num_nonnulls(enterprise_id, contractor_id, staff_id, equipment_id) = 1),
    check (issued_on is null or expires_on is null or issued_on <= expires_on)
);
create index certificate_expires on certificate (expires_on) where renewed_by is null;
create index certificate_enterprise on certificate (enterprise_id);
create index certificate_contractor on certificate (contractor_id);
create index certificate_staff on certificate (staff_id);
create index certificate_equipment on certificate (equipment_id);
comment on column certificate.expires_on is 'last day on which it is valid; null: without end';

create table attached_file (
    id            bigint generated always as identity primary key,
    enterprise_id bigint      not null references enterprise,
    name          text        not null,
    type          text        not null,
    bytes         integer     not null,
    sm3           text        not null,
    note          text,
    uploaded_at   timestamptz not null,
    uploaded_by   text        not null,
    content       bytea       not null
);
create index attached_file_enterprise on attached_file (enterprise_id);
alter table attached_file alter column content set storage external;
comment on column attached_file.sm3 is 'digest of the content, hexadecimal';

-- What an enterprise has to tell the authority of its automatic monitoring, and what the authority answers.
create table change_notice (
    id          bigint generated always as identity primary key,
    point_id    bigint      not null references monitoring_point,
    kind        text        not null check (kind in ('REGISTRATION', 'REACCEPTANCE', 'STOP', 'REMOVAL')),
    event_on    date        not null,
    event_until date,
    text        text        not null,
    filed_on    date        not null,
    filed_by    text        not null,
    due_on      date        not null,
    decision    text check (decision in ('APPROVED', 'REFUSED')),
    decided_on  date,
    decided_by  text,
    reason      text,
    check ((decision is null) = (decided_on is null))
);
create index change_notice_point on change_notice (point_id);
comment on column change_notice.event_on is 'day of the acceptance, or first day of the stop or removal that is applied for';
comment on column change_notice.due_on is 'REGISTRATION, REACCEPTANCE: last day for filing; STOP, REMOVAL: last day for the answer';

insert into rule_parameter (code, value, unit, meaning, legal_basis) values
    ('CERTIFICATE_WARNING_FIRST_DAYS', 60, 'd',
     'A certificate is shown as expiring when it has so many days left',
     'No law fixes it; the centre''s own rule: time for a renewal that takes 20 working days and its preparation'),
    ('CERTIFICATE_WARNING_SECOND_DAYS', 30, 'd',
     'The same, second warning',
     'No law fixes it; the centre''s own rule'),
    ('CERTIFICATE_WARNING_LAST_DAYS', 7, 'd',
     'The same, last warning',
     'No law fixes it; the centre''s own rule'),
    ('REGISTRATION_WORKING_DAYS', 5, 'd',
     'Working days after an acceptance within which the equipment or its change is to be registered',
     '污染源自动监控设施现场监督检查办法 (部令第19号, 2012)'),
    ('STOP_ANSWER_WORKING_DAYS', 5, 'd',
     'Working days after an application to stop or remove equipment within which the authority answers; silence is consent',
     '污染源自动监控设施现场监督检查办法 (部令第19号, 2012)');

insert into permission (name, description) values
    ('registry.notify', 'File change notices: acceptance, stop, removal of equipment'),
    ('registry.decide', 'Decide applications to stop or remove equipment');
insert into role_permission (role, permission) values
    ('ADMINISTRATOR', 'registry.notify'),
    ('ADMINISTRATOR', 'registry.decide'),
    ('ENTERPRISE', 'registry.notify'),
    ('CONTRACTOR', 'registry.notify'),
    ('DUTY_OFFICER', 'registry.notify'),
    ('REVIEWER', 'registry.notify'),
    ('REVIEWER', 'registry.decide'),
    ('COUNTY_BUREAU', 'registry.notify'),
    ('COUNTY_BUREAU', 'registry.decide');
