-- Money of more than one stadsdeel, of which the source does not say which (docs/decisions/0015): not of the whole city.
alter table begrotingspost
    drop constraint toerekening_bekend,
    drop constraint gebied_bij_toerekening,
    add constraint toerekening_bekend
        check (toerekening in ('direct_adres', 'direct_gebied', 'afgeleid', 'sleutel', 'stadsbreed', 'stadsdelen', 'onbekend')),
    add constraint gebied_bij_toerekening
        check ((toerekening in ('stadsbreed', 'stadsdelen', 'sleutel', 'onbekend')) = (gebied_code is null));
