-- the key of two sides that met, whichever of their keys is given first
create or replace temp macro pair_key(key, other_key) as
least(key, other_key) || '|' || greatest(key, other_key)
