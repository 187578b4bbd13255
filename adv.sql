\set n random(1,30)
begin;
select pg_advisory_xact_lock_shared(1);
select pg_advisory_xact_lock(1000+:n);
select * from g where id='g'||:n;
select * from i where id='i'||:n;
update i set roles='x', amended=amended+1 where id='i'||:n;
insert into e(g_id,at,d) values('g'||:n,1,'{}');
commit;
