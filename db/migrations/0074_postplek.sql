-- Where a post is exactly, for those whose delivery says so: a point, a street, an object. Its area stays what the delivery says.
create table postplek (
    post_id    bigint primary key references begrotingspost on delete cascade,
    versie_id  int not null references versie,
    geom       geometry(Geometry, 28992) not null
);
create index on postplek using gist (geom);
create index on postplek (versie_id);
select alleen_openbaar('postplek');
