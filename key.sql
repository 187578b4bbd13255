\set n random(1,30)
begin;
select 1 from o where id=(select org_id from g where id='g'||:n) for key share;
select 1 from g where id='g'||:n for no key update;
select * from g where id='g'||:n;
select * from i where id='i'||:n;
update i set roles='x', amended=amended+1 where id='i'||:n;
insert into e(g_id,at,d) values('g'||:n,1,'{}');
commit;
