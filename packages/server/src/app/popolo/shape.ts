/** Popolo (https://www.popoloproject.com/specs/), as far as a book says such things. */

export interface Popolo {
  readonly persons: readonly PopoloPerson[];
  readonly organizations: readonly PopoloOrganization[];
  readonly posts: readonly PopoloPost[];
  readonly memberships: readonly PopoloMembership[];
  readonly events: readonly PopoloEvent[];
  readonly motions: readonly PopoloMotion[];
  readonly vote_events: readonly PopoloVoteEvent[];
  readonly votes: readonly PopoloVote[];
  /** No act says where a body lies. */
  readonly areas: readonly never[];
}

/** A random identifier: who it is, the body knows. */
export interface PopoloPerson {
  readonly id: string;
  readonly name: null;
}

export interface PopoloOrganization {
  readonly id: string;
  readonly name: string;
  readonly classification?: string;
  readonly parent_id?: string;
  readonly founding_date?: string;
}

export interface PopoloPost {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly organization_id: string;
}

export interface PopoloMembership {
  readonly id: string;
  readonly organization_id: string;
  readonly person_id?: string;
  /** Where a body belongs to a body. */
  readonly member?: { readonly '@type': 'organization'; readonly id: string; readonly name: string };
  readonly post_id?: string;
  readonly on_behalf_of_id?: string;
  readonly start_date: string;
  readonly end_date?: string;
}

export interface PopoloEvent {
  readonly id: string;
  readonly organization_id: string;
  readonly classification: string;
  readonly start_date: string;
  readonly end_date?: string;
  readonly location: string;
  readonly status: 'confirmed' | 'cancelled';
}

export interface PopoloMotion {
  readonly id: string;
  readonly organization_id: string;
  readonly legislative_session_id: string;
  readonly text: string;
  readonly classification: string;
  readonly result: string | null;
}

export interface PopoloVoteEvent {
  readonly id: string;
  readonly organization_id: string;
  readonly legislative_session_id: string;
  readonly motion_id: string;
  readonly classification: string;
  readonly start_date: string;
  readonly end_date?: string;
  readonly result: string | null;
  readonly counts: readonly { readonly option: string; readonly value: number }[];
}

/** Of a seat: the base in whose name it voted, never who sat there. */
export interface PopoloVote {
  readonly vote_event_id: string;
  readonly voter_id: string;
  readonly voter: { readonly '@type': 'organization'; readonly id: string };
  readonly role: string;
  readonly option: string;
}
