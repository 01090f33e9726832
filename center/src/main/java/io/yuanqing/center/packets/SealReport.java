package io.yuanqing.center.packets;

import java.util.List;

/**
 * What a verification of the seals found.
 *
 * @param seals computed anew
 * @param packets read for it
 * @param unsealed packets that no seal covers yet; that none of them is missing was checked too
 * @param dropped seals whose packets were dropped by the rule of retention: their place in the chain was checked
 * @param digest of the newest seal; compare it with a copy that was kept elsewhere
 * @param findings the first of each seal, at most 100; empty: the log is what was sealed
 */
public record SealReport(
        long seals, long packets, long unsealed, long dropped, String digest, List<SealFinding> findings) {

    public SealReport {
        findings = List.copyOf(findings);
    }

    public boolean intact() {
        return findings.isEmpty();
    }
}
