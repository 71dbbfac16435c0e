// Plain JavaScript: it runs on whatever Node the system has and hands over to TypeScript, which
// Node runs natively from 22.18 on.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  const { start } = await import('./start.ts');
  await start(process.argv.slice(2));
} else {
  console.error(
    `Node ${process.versions.node} is too old: 22.18 is needed, and "npm ci" brings 24, which "npm start" uses. / Node ${process.versions.node} 版本过低，需要 22.18 以上；执行 npm ci 会自带 24，请用 npm start 启动。`,
  );
  process.exitCode = 1;
}
