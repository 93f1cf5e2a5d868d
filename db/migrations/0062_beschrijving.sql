-- What staff say of a version at /beheer, above what its delivery says, and remembered for the next one (docs/decisions/0032).
alter table versie add column beschrijving jsonb;
alter table dataset add column contact text; -- a role or a desk, never a person

-- Who looks at a concept before it is public, sees it with the rights of the public.
grant portal_lezer to portal_schrijver;
