package io.yuanqing.center;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose data each endpoint shows. An endpoint that is missing here fails {@link ScopeOfEndpointsTest}: whoever adds one says
 * to what kind it belongs, and the test proves it.
 */
enum EndpointScope {
    /** The same for everyone, and nothing of a person, an enterprise or a point. */
    CITY,
    /** A list, cut to the caller's data scope. */
    LIST,
    /** Counts and sums over the caller's data scope that name nobody. */
    SUM,
    /** One thing, or things of it, named by the path: outside of the data scope it does not exist. */
    ONE,
    /** Something new that belongs to an enterprise or a point named by the request: outside of the scope that does not exist. */
    NEW,
    /** What belongs to no county yet, or counts the city as a whole: for whoever sees all of it. */
    WHOLE_CITY,
    /** Administration of the server: by permission, not by data scope. */
    ADMINISTRATION,
    /** The caller's own account. */
    OWN,
    /**
     * Long work that the caller began, such as an import or an export; another's does not exist. What it may touch and what it
     * holds is proved where it is done: {@code ImportApiTest}, {@code ExportsApiTest}.
     */
    OWN_WORK;

    private static final Map<String, EndpointScope> TABLE = new HashMap<>();

    static {
        all(
                CITY,
                "GET /api/access/address",
                "GET /api/archives/template",
                "GET /api/commands",
                "GET /api/demo/history",
                "GET /api/factors",
                "GET /api/industries",
                "GET /api/limits",
                "GET /api/readers",
                "GET /api/rules",
                "GET /api/store",
                "GET /ca.crt");
        all(
                LIST,
                "GET /api/access/sessions",
                "GET /api/archives/workbook",
                "GET /api/certificates",
                "GET /api/contractors",
                "GET /api/contracts",
                "GET /api/counties",
                "GET /api/enterprises",
                "GET /api/live",
                "GET /api/notices",
                "GET /api/overview/changes",
                "GET /api/overview/places",
                "GET /api/points",
                "GET /api/tables");
        all(SUM, "GET /api/overview/hours", "GET /api/tables/totals");
        all(
                ONE,
                "PUT /api/certificates/{id}",
                "POST /api/certificates/{id}/renewal",
                "GET /api/commands/{id}",
                "POST /api/commands/{id}/confirm",
                "POST /api/commands/{id}/withdraw",
                "PUT /api/contractors/{id}",
                "GET /api/contractors/{id}/staff",
                "POST /api/contractors/{id}/staff",
                "PUT /api/contractors/{id}/staff/{person}",
                "PUT /api/contracts/{id}/end",
                "GET /api/enterprises/{id}",
                "PUT /api/enterprises/{id}",
                "GET /api/enterprises/{id}/changes",
                "GET /api/enterprises/{id}/classes",
                "POST /api/enterprises/{id}/classes",
                "GET /api/enterprises/{id}/contacts",
                "PUT /api/enterprises/{id}/contacts",
                "GET /api/enterprises/{id}/equipment",
                "GET /api/enterprises/{id}/files",
                "POST /api/enterprises/{id}/files",
                "GET /api/enterprises/{id}/outlets",
                "POST /api/enterprises/{id}/outlets",
                "PUT /api/equipment/{id}",
                "POST /api/equipment/{id}/removal",
                "POST /api/equipment/{id}/replacement",
                "GET /api/files/{id}",
                "DELETE /api/files/{id}",
                "PUT /api/outlets/{id}",
                "POST /api/notices/{id}/decision",
                "GET /api/packets/{id}",
                "GET /api/points/{mn}",
                "GET /api/points/{mn}/archive",
                "PUT /api/points/{mn}/archive",
                "GET /api/points/{mn}/commands",
                "POST /api/points/{mn}/commands",
                "GET /api/points/{mn}/device",
                "PUT /api/points/{mn}/device",
                "GET /api/points/{mn}/door",
                "PUT /api/points/{mn}/door",
                "POST /api/points/{mn}/equipment",
                "GET /api/points/{mn}/factor-rules",
                "POST /api/points/{mn}/factor-rules",
                "PUT /api/points/{mn}/factor-rules/{id}/end",
                "GET /api/points/{mn}/gaps",
                "GET /api/points/{mn}/limits",
                "POST /api/points/{mn}/limits",
                "PUT /api/points/{mn}/limits/{id}/end",
                "PUT /api/points/{mn}/logger",
                "GET /api/points/{mn}/loggers",
                "GET /api/points/{mn}/packets",
                "POST /api/points/{mn}/notices",
                "GET /api/points/{mn}/readings",
                "GET /api/points/{mn}/readings/file",
                "POST /api/points/{mn}/retirements");
        all(NEW, "POST /api/certificates", "POST /api/contracts", "POST /api/enterprises", "POST /api/points");
        all(
                WHOLE_CITY,
                "GET /api/counters",
                "GET /api/quarantine",
                "GET /api/quarantine/{id}",
                "POST /api/quarantine/{id}/readmit",
                "POST /api/readers/{name}/rebuild",
                "GET /api/store/retention",
                "GET /api/store/seals",
                "GET /api/unregistered");
        all(
                ADMINISTRATION,
                "GET /api/accounts",
                "POST /api/accounts",
                "GET /api/accounts/{id}",
                "PUT /api/accounts/{id}",
                "POST /api/accounts/{id}/close",
                "PUT /api/accounts/{id}/grants",
                "POST /api/accounts/{id}/open",
                "PUT /api/accounts/{id}/password",
                "DELETE /api/accounts/{id}/second-factor",
                "POST /api/accounts/{id}/unlock",
                "GET /api/audit",
                "GET /api/audit/acts",
                "GET /api/audit/verification",
                "POST /api/contractors",
                "GET /api/permissions",
                "GET /api/roles",
                "PUT /api/roles/{name}/permissions",
                "GET /api/sign-ins",
                "GET /api/store/alarms",
                "GET /api/store/backups",
                "POST /api/store/backups",
                "GET /api/store/seals/verify",
                "POST /api/store/seals/verify");
        all(
                OWN,
                "GET /api/profile",
                "PUT /api/profile/password",
                "POST /api/profile/second-factor",
                "POST /api/profile/second-factor/confirm",
                "POST /api/profile/second-factor/remove",
                "GET /api/profile/sign-ins",
                "GET /api/profile/tokens",
                "POST /api/profile/tokens",
                "DELETE /api/profile/tokens/{id}",
                "GET /api/session",
                "POST /api/session",
                "DELETE /api/session");
        all(
                OWN_WORK,
                "POST /api/archives/imports",
                "GET /api/archives/imports/{id}",
                "DELETE /api/archives/imports/{id}",
                "POST /api/archives/imports/{id}/take",
                "GET /api/tables/exports",
                "POST /api/tables/exports",
                "GET /api/tables/exports/{id}",
                "DELETE /api/tables/exports/{id}",
                "GET /api/tables/exports/{id}/file");
    }

    private static void all(EndpointScope scope, String... endpoints) {
        for (String endpoint : endpoints) {
            if (TABLE.put(endpoint, scope) != null) {
                throw new IllegalStateException(endpoint + " stands here twice");
            }
        }
    }

    static Map<String, EndpointScope> table() {
        return Map.copyOf(TABLE);
    }
}
