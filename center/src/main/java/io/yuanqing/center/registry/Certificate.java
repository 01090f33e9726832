package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of an enterprise, a contractor, a person of a contractor, or a piece of equipment.
 *
 * @param owner whose it is, in words
 * @param enterpriseId of the enterprise, or of the one where the equipment stands
 * @param expiresOn last day on which it is valid; null: without end
 * @param daysLeft until then, today; negative: it has expired
 * @param warning which of the dated warnings it has reached
 * @param renewedBy id of the one that took its place
 */
public record Certificate(
        long id,
        Owner ownerKind,
        long ownerId,
        String owner,
        @Nullable Long enterpriseId,
        @Nullable Long contractorId,
        CertificateKind kind,
        String name,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        @Nullable Integer daysLeft,
        Warning warning,
        @Nullable Long renewedBy) {

    /** Whose certificate it can be. */
    public enum Owner {
        ENTERPRISE,
        CONTRACTOR,
        STAFF,
        EQUIPMENT
    }

    /** How near its end is. */
    public enum Warning {
        /** Far away, or it has none. */
        NONE,
        FIRST,
        SECOND,
        LAST,
        EXPIRED
    }
}
