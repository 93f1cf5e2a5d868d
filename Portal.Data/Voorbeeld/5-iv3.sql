-- What Markerwaard reports to CBS: its own posts per taakveld, in whole thousands of euros.
insert into iv3 (versie_id, rij, jaar, fase, gemeente_code, gemeente, taakveld, bl, bedrag, inwoners, provincie)
select current_setting('voorbeeld.versie')::int, row_number() over (partition by p.bl order by p.jaar, p.fase, p.taakveld), p.jaar, p.fase, s.code, s.naam, p.taakveld, p.bl,
       round(sum(p.bedrag), -3), max(i.inwoners), 'Flevoland'
from begrotingspost p
join gebied s on s.soort = 'stad' and s.code = 'GM9999' and s.versie_id = (select max(versie_id) from gebied where code = 'GM9999')
left join gebied_inwoners i on i.versie_id = s.versie_id and i.code = s.code and i.jaar = p.jaar
where p.versie_id = (select max(versie_id) from begrotingspost where bronsleutel like 'VB-%') and p.fase in ('begroting', 'realisatie')
group by p.jaar, p.fase, p.bl, p.taakveld, s.code, s.naam;
