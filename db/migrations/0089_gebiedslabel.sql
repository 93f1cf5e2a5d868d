-- Labels of areas (register R8): a focus area, an area with priority … from when until when, why, and in which document.
create table gebiedslabel (
    like register_basis including all,
    label     text not null,
    van       date not null,
    tot_en_met date,
    reden     text not null,
    aanpak    text,
    document  text
);
select maak_register('gebiedslabel');
