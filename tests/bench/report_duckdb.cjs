// The plain SQL of kahui-bench-report in DuckDB, over bill.csv and line.csv: report_duckdb.cjs FOLDER DAY MONTH_FIRST,
// days since 1970-01-01. A line per report: name, median and worst of 20 in us, the sum that must be equal. DuckDB is
// no part of Kahui: npm install @duckdb/node-api, in a folder that BENCH_NPM names.
const path = require('path');

function load(name) {
  const folders = (process.env.BENCH_NPM || '.').split(':').filter(Boolean);
  return require(require.resolve(name, {paths: folders.map(folder => path.resolve(folder))}));
}

async function main() {
  const {DuckDBInstance, version} = load('@duckdb/node-api');
  const [folder, day, first] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
  const instance = await DuckDBInstance.create(path.join(folder, 'year.duckdb'));
  const db = await instance.connect();
  const begun = process.hrtime.bigint();
  await db.run(`CREATE TABLE bill AS SELECT * FROM read_csv('${folder}/bill.csv', header=false, columns={
    'id':'BIGINT','day':'INTEGER','hour':'INTEGER','member':'BIGINT','tier':'VARCHAR','op':'VARCHAR','total':'BIGINT'})`);
  await db.run(`CREATE TABLE line AS SELECT * FROM read_csv('${folder}/line.csv', header=false, columns={
    'bill':'BIGINT','n':'INTEGER','sku':'VARCHAR','quantity':'BIGINT','net':'BIGINT'})`);
  await db.run('CHECKPOINT');
  const loaded = Number(process.hrtime.bigint() - begun) / 1e9;
  process.stderr.write(`DuckDB ${version()}: loaded in ${loaded.toFixed(1)} s\n`);

  const sums = where => `SELECT sum(total), count(*), count(DISTINCT member) FROM bill WHERE ${where}`;
  const items = where => `SELECT sum(net) FROM line JOIN bill ON id=bill WHERE ${where} GROUP BY sku, member IS NULL`;
  const by = (key, where) => `SELECT ${key}, sum(total) FROM bill WHERE ${where} GROUP BY ${key}`;
  const today = `day=${day}`, month = `day BETWEEN ${first} AND ${day}`;
  const reports = {
    day: [sums(today), by('hour', today), by('tier', today), by('op', today), items(today),
          by('day', `day BETWEEN ${day - 30} AND ${day}`)],
    month: [sums(month), by('tier', month), items(month)],
    members: [`SELECT sum(total), count(*), max(day) FROM bill WHERE member IS NOT NULL AND day>${day - 365} ` +
              'GROUP BY member'],
  };
  for (const [name, queries] of Object.entries(reports)) {
    const times = [];
    let total = 0n;
    for (let round = 0; round < 20; ++round) {
      const start = process.hrtime.bigint();
      const results = [];
      for (const query of queries) results.push(await (await db.runAndReadAll(query)).getRows());
      times.push(Number(process.hrtime.bigint() - start) / 1e3);
      total = results[0].reduce((sum, row) => sum + BigInt(row[0]), 0n);
    }
    times.sort((a, b) => a - b);
    console.log(`${name} ${times[10].toFixed(1)} ${times[19].toFixed(1)} ${total}`);
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
