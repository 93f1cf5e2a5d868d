-- Each register got an index on its shapes twice: by hand (0024), and by maak_register.
drop index if exists initiatief_geom, vergunning_geom, bekendmaking_geom;
