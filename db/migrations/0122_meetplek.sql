-- Where a figure was measured, where its delivery says so (register R16); null: somewhere in its area.
alter table meting add column plek geometry(Geometry, 28992);
create index on meting using gist (plek) where plek is not null; -- few have one
