-- Posts of an area: those in it by their code, or divided over it by a key; two indexes that one scan can combine.
drop index begrotingspost_gebied;
create index begrotingspost_gebied on begrotingspost (gebied_code, jaar);
create index begrotingspost_sleutel on begrotingspost (jaar) where toerekening = 'sleutel';
