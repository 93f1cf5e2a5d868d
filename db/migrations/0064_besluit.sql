-- What somebody decided of a finding, by kind and column: the file is read again by it.
alter table aanlevering add column besluiten jsonb not null default '{}';
alter table aanlevering add column opgeruimd boolean not null default false; -- its file is gone from the folder
create index aanlevering_op_te_ruimen on aanlevering (id) where not opgeruimd;
