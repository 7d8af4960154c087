/** Why Inspector will not judge an image, in words that help: what it says, and what to change. */
import { Failure } from '@slipway/action-kit';
import type { UnscannableReason } from '@slipway/gate';
import { imageResourceId } from '@slipway/sdk/inspector';
import type { Child, Place, Target } from './target.ts';

/** Inspector's own words on a child. */
export interface InspectorWords {
  readonly statusCode: string;
  readonly reason: string;
}

/** The failure for a child that Inspector will not judge. */
export function unscannable(reason: UnscannableReason, child: Child, words: InspectorWords, place: Place): Failure {
  const name = child.platform ? `${child.platform} (${child.digest})` : child.digest;
  return new Failure({
    what: `image ${place.repository} ${name} ${meanings[reason]}`,
    reason,
    why: [`Inspector says ${words.statusCode}/${words.reason} of ${imageResourceId(place, child.digest)}`],
    remedy: remedyFor(reason, child, words, place),
  });
}

const meanings: Readonly<Record<UnscannableReason, string>> = {
  'scan-off': 'is not scanned: no scanning rule takes its repository',
  unsupported: 'is of a kind that Inspector does not scan',
  'eligibility-expired': 'is no longer scanned: its re-scan window is over, so that no findings says nothing',
  archived: 'is archived in ECR',
  'inspector-denied': 'may not be read by Inspector',
  terminated: 'is gone for Inspector: deleted, or being disabled',
  excluded: 'is excluded from scanning by a tag',
  'unknown-status': 'is in a state that this gate does not know; it does not pass by accident',
};

function remedyFor(reason: UnscannableReason, child: Child, words: InspectorWords, place: Place): string {
  const image = `--repository-name ${place.repository} --image-ids imageDigest=${child.digest} --region ${place.region}`;
  const again = `Push the image again (a new push starts a new scan); check it with\naws ecr describe-images ${image}`;
  switch (reason) {
    case 'scan-off':
      return `Add the repository to the registry's scanning rules:\naws ecr put-registry-scanning-configuration --scan-type ENHANCED --region ${place.region} --rules '[{"scanFrequency":"CONTINUOUS_SCAN","repositoryFilters":[{"filter":"${place.repository}","filterType":"WILDCARD"}]}]'`;
    case 'unsupported':
      return 'Build on a base that Inspector supports (scratch and some distroless images are not). Where other platforms of the index are judged, `on-unscannable: warn` leaves this one out.';
    case 'eligibility-expired':
      return `${again}\nor lengthen the re-scan duration: aws inspector2 update-configuration --ecr-configuration rescanDuration=DAYS_90 --region ${place.region}`;
    case 'archived':
      return `aws ecr update-image-storage-class --target-storage-class STANDARD --repository-name ${place.repository} --image-id imageDigest=${child.digest} --region ${place.region}`;
    case 'inspector-denied':
      return words.reason === 'ACCESS_DENIED_TO_ENCRYPTION_KEY' ? keyStatement(place) : repositoryStatement();
    case 'terminated':
      return `${again}\nand that Inspector is not being disabled: aws inspector2 batch-get-account-status --account-ids ${place.accountId} --region ${place.region}`;
    case 'excluded':
      return "Take the exclusion tag off, or out of Inspector's configuration.";
    case 'unknown-status':
      return `Look at it: aws inspector2 list-coverage --region ${place.region} --filter-criteria '{"resourceId":[{"comparison":"EQUALS","value":"${imageResourceId(place, child.digest)}"}]}'\nand report the state above, so that the gate learns it.`;
  }
}

function repositoryStatement(): string {
  return 'Add to the repository policy:\n{ "Sid": "Inspector", "Effect": "Allow", "Principal": { "Service": "inspector2.amazonaws.com" }, "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }';
}

function keyStatement(place: Place): string {
  return `Add to the policy of the repository's KMS key:\n{ "Sid": "Inspector", "Effect": "Allow", "Principal": { "Service": "inspector2.amazonaws.com" }, "Action": ["kms:Decrypt", "kms:DescribeKey"], "Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": "${place.accountId}" } } }`;
}

/** The failure when Inspector never noticed some of the images. */
export function neverCovered({ place, tag }: Target, absent: readonly Child[], discovery: string): Failure {
  const names = absent.map(({ digest, platform }) => (platform ? `${platform} ${digest}` : digest)).join(', ');
  return new Failure({
    what: `Inspector has not noticed ${place.repository}${tag ? `:${tag}` : ''} within ${discovery}`,
    reason: 'never-covered',
    why: [
      `inspector2:ListCoverage has no row for ${names}`,
      'likely: the images of an index have no tag of their own, and Inspector of this account covers tagged images only',
      'likely: the image was pushed before Inspector was enabled, and is older than the re-scan duration',
      'likely: another account or region holds the scan',
    ],
    remedy: `Give each platform image a tag of its own, or raise discovery-timeout; look with\naws inspector2 list-coverage --region ${place.region} --filter-criteria '{"ecrRepositoryName":[{"comparison":"EQUALS","value":"${place.repository}"}]}'`,
  });
}
