#!/bin/sh
# Run once by the postgres image, on an empty volume, as its superuser: the same three roles as in
# the embedded mode (libs/platform/src/embedded/bootstrap.ts). The programs never get the superuser.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv migrator_password MIGRATOR_PASSWORD
\getenv app_password APP_PASSWORD
CREATE ROLE cho40_owner NOLOGIN;
CREATE ROLE cho40_migrator LOGIN PASSWORD :'migrator_password' IN ROLE cho40_owner;
CREATE ROLE cho40_app LOGIN PASSWORD :'app_password';
CREATE DATABASE cho40 OWNER cho40_owner;
REVOKE ALL ON DATABASE cho40 FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE cho40 TO cho40_migrator, cho40_app;
\connect cho40
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE EXTENSION pgcrypto;
GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean) TO cho40_migrator;
GRANT EXECUTE ON FUNCTION pg_backup_stop(boolean) TO cho40_migrator;
SQL
