-- The money per area is read in parts, by id.
create index begrotingsom_id on begrotingsom (id);
