/** Findings as JUnit XML: a test case for each finding, and one that passes for each rule without any. */
import type { ChosenRule } from '../judge/choose-rules.ts';
import type { WaivedFinding } from '../judge/decide.ts';

/** The XML text. Failures are failed cases; unknowns and waived findings are skipped ones. */
export function renderJunit(findings: readonly WaivedFinding[], chosen: readonly ChosenRule[]): string {
  const found = new Set(findings.map(({ rule }) => rule));
  const clean = chosen.filter(({ rule }) => !found.has(rule.id));
  const cases = [...findings.map(renderCase), ...clean.map(({ rule }) => `    <testcase classname="${escapeXml(rule.id)}" name="${escapeXml(rule.what)}"/>`)];
  const failures = findings.filter(isFailure).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${findings.length - failures}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="check-conventions" ${counts}>`,
    `  <testsuite name="check-conventions" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function isFailure({ verdict, waiver }: WaivedFinding): boolean {
  return verdict === 'fail' && !waiver;
}

function renderCase(finding: WaivedFinding): string {
  const name = finding.plan ? `${finding.plan}: ${finding.address}` : finding.address;
  const head = `    <testcase classname="${escapeXml(finding.rule)}" name="${escapeXml(name)}">`;
  const text = escapeXml(finding.evidence.join('\n'));
  if (isFailure(finding)) return `${head}<failure type="${finding.severity}" message="${escapeXml(finding.message)}">${text}</failure></testcase>`;
  const why = finding.waiver ? `waived by ${finding.waiver.owner} until ${finding.waiver.until}: ${finding.waiver.reason}` : `unknown: ${finding.message}`;
  return `${head}<skipped message="${escapeXml(why)}"/></testcase>`;
}

/** Text for XML 1.0: markup escaped, and characters that it cannot hold (control characters, lone surrogates) left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
