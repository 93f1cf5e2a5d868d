-- What is fetched from sources (docs/decisions/0033): when, and what a source then said of itself, so that the next time only
-- what changed is asked for. Why it failed stays with staff, as of any delivery.
create table ophaling (
    bron         text primary key, -- the code of its description
    gemeente     text not null,
    basis        text, -- a hash of what it hung on when it was last loaded whole
    kenmerk      text, -- what the source said of itself then
    datasets     text[] not null default '{}', -- what it fills
    gevraagd_op  timestamptz not null,
    gelukt_op    timestamptz,
    fout         text
);
revoke all on ophaling from portal_lezer;

-- Where addresses of institutions are, as PDOK said: asked once.
create table adresplek (
    adres  text primary key,
    x      double precision not null, -- RD
    y      double precision not null
);
revoke all on adresplek from portal_lezer;

-- A source that does not answer is one that did not come, too. A view runs as its owner.
create or replace view mislukking as
    select dataset_id, max(mislukt_op) as mislukt_op from (
        select dataset_id, geladen_op as mislukt_op from versie where status = 'mislukt'
        union all
        select d.id, o.gevraagd_op from ophaling o join dataset d on d.code = any (o.datasets) where o.fout is not null) m
    group by dataset_id;
