import type { ComponentChildren, JSX } from 'preact';
import type { IconName } from '../../look/icons.ts';
import { Icon } from '../shell/parts.tsx';

/** Why something does not go, where it was tried. */
export const Alert = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <p class="refusal" role="alert">
    <Icon name="alert" />
    <span>{children}</span>
  </p>
);

/** What is going on. */
export const Doing = ({
  icon = 'clock',
  children,
}: {
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}) => (
  <p class="soft with-icon" role="status">
    <Icon name={icon} />
    <span>{children}</span>
  </p>
);

/** A file that somebody chooses, read as text. */
export function FileButton(props: {
  readonly label: string;
  readonly taken: (file: File) => void;
  readonly accept?: string;
}): JSX.Element {
  const { label, taken, accept } = props;
  return (
    <label class="action quiet file-button">
      <Icon name="book" />
      <span>{label}</span>
      <input
        type="file"
        class="unseen"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) taken(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
