// A bug for canaries: workers go through the jobs by their ids and never look back, so that they
// pass by what is committed late or has failed.
const { Database } = require('../../../dist/libs/platform/src/database/database.js');

const CLAIM = /where j\.kind = any \(\$1\)/;
const PAST_THE_CURSOR = `where j.kind = any ($1) and j.id > coalesce((
  select c.id from platform.job c
   where c.kind = any ($1) and c.state <> 'waiting' order by c.id desc limit 1),
  '00000000-0000-0000-0000-000000000000')`;

const { inTransaction } = Database.prototype;
Database.prototype.inTransaction = function byCursor(runner, ...rest) {
  const query = runner.query.bind(runner);
  runner.query = (text, ...more) => query(text.replace(CLAIM, PAST_THE_CURSOR), ...more);
  return inTransaction.call(this, runner, ...rest);
};
