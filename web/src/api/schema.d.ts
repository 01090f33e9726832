// Generated from the OpenAPI document by "npm run types". Do not edit.
export interface paths {
    "/api/access/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The TCP port that data loggers connect to */
        get: operations["address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The loggers that are connected, by MN */
        get: operations["sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail, newest first */
        get: operations["entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Computes the trail's hash chain anew and says whether it stands */
        get: operations["verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Frames since the data directory was made; received = stored + duplicate + quarantined */
        get: operations["counters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counties of the enterprises in the caller's scope */
        get: operations["counties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the sample city's past has been loaded; 404 outside the demo */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enterprises in the caller's scope, by county and name */
        get: operations["enterprises"];
        put?: never;
        /** Registers an enterprise */
        post: operations["registerEnterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Codes of factors, processes and devices with names and units */
        get: operations["factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: snapshot, point, counters, heartbeat, resync
         * @description The event id is the log position. With Last-Event-ID only what has changed since is sent, in place of the snapshot. After resync the stream ends: fetch anew and connect again.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One packet, every byte explained */
        get: operations["packet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points in the caller's scope with state and latest values */
        get: operations["points"];
        put?: never;
        /** Registers a monitoring point with its logger */
        post: operations["registerPoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/{mn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One point, by any MN that it ever had */
        get: operations["point"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/{mn}/logger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Swaps the logger of a point: from that moment the new MN speaks for it */
        put: operations["swapLogger"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/{mn}/loggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which MNs spoke for a point, oldest first */
        get: operations["loggers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/{mn}/packets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Raw packets of a point, or of an MN that is not registered, by time of receipt */
        get: operations["packets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/{mn}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A point's readings of one kind by time and factor
         * @description Without a period: the last hour of realtime, 24 hours of minute, 7 days of hour, 31 days of day readings. factor may be repeated or a comma list, in codes of 2017 or 2005.
         */
        get: operations["readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Frames that could not be taken as data, newest first */
        get: operations["list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One quarantined frame, every byte explained */
        get: operations["one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Derived readers of the log and their queues of results to be made anew */
        get: operations["readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All parameters, with past and future values */
        get: operations["rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["current"];
        put?: never;
        /** Signs in; the answer sets the session's cookie and the token's */
        post: operations["open"];
        /** Signs out */
        delete: operations["close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database under the packet log and what protects a commit */
        get: operations["store"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unregistered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** MNs that send although no point has them: offered for registration */
        get: operations["unregistered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ca.crt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificate of the server's own authority, PEM */
        get: operations["authority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessAddress: {
            /** Format: int32 */
            port: number;
        };
        AuditEntry: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            at: string;
            actor: string;
            address: string;
            act: string;
            subject: string;
            before?: string | null;
            after?: string | null;
        };
        Counters: {
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            stored: number;
            /** Format: int64 */
            duplicate: number;
            /** Format: int64 */
            quarantined: number;
            /** Format: int64 */
            acknowledged: number;
            /** Format: int64 */
            noiseBytes: number;
        };
        Credentials: {
            user: string | null;
            password: string | null;
        };
        Enterprise: {
            /** Format: int64 */
            id: number;
            name: string;
            county: string;
            /** @enum {string} */
            supervisionClass: "KEY" | "GENERAL";
            industry?: string | null;
            creditCode?: string | null;
            address?: string | null;
            longitude?: number | null;
            latitude?: number | null;
        };
        EnterpriseId: {
            /** Format: int64 */
            id: number;
        };
        ExplainedFrame: {
            /** Format: int64 */
            id: number;
            mn: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dataTime?: string | null;
            st: string;
            cn: string;
            /** @enum {string} */
            origin: "LIVE" | "SEED";
            remote: string;
            raw: string;
            rawBase64?: string | null;
            ok: boolean;
            edition?: string | null;
            declaredLength?: string | null;
            /** Format: int32 */
            actualLength: number;
            declaredCrc?: string | null;
            computedCrc: string;
            parts: components["schemas"]["Part"][];
            readings: {
                [key: string]: unknown;
            }[];
            problems: components["schemas"]["Problem"][];
        };
        FactorName: {
            code: string;
            legacyCode?: string | null;
            nameZh: string;
            nameEn: string;
            medium: string;
            unit?: string | null;
            dischargeUnit?: string | null;
        };
        HistoryState: {
            /** @enum {string} */
            state: "NONE" | "LOADING" | "LOADED" | "FAILED";
            /** Format: date-time */
            until?: string | null;
            /** Format: date-time */
            loadedTo?: string | null;
            /** Format: int32 */
            percent: number;
            /** Format: int64 */
            packets: number;
            reason?: string | null;
        };
        LatestValue: {
            value?: number | null;
            text: string;
            flag?: string | null;
            zs?: number | null;
            /** Format: date-time */
            dataTime: string;
            /** Format: date-time */
            since: string;
            cn: string;
        };
        LivePoint: {
            /** Format: int64 */
            id: number;
            mn: string;
            name: string;
            /** Format: int64 */
            enterpriseId: number;
            enterpriseName: string;
            county: string;
            /** @enum {string} */
            supervisionClass: "KEY" | "GENERAL";
            /** Format: int64 */
            outletId: number;
            outletName: string;
            /** @enum {string} */
            medium: "WATER" | "GAS" | "VOC" | "NOISE" | "AIR" | "SURFACE_WATER" | "DUST" | "OTHER";
            st?: string | null;
            edition: string;
            factors: string[];
            assessedFactors: string[];
            referenceOxygen?: number | null;
            referenceOxygenByFactor: {
                [key: string]: number;
            };
            /** Format: date */
            connectedFrom?: string | null;
            endStamped: boolean;
            /** Format: int32 */
            minuteInterval?: number | null;
            autoCommands: boolean;
            online: boolean;
            /** @enum {string} */
            state: "OFFLINE" | "EXCEEDING" | "ABNORMAL" | "MAINTENANCE" | "STOPPED" | "NORMAL";
            stateReason?: components["schemas"]["StateReason"];
            /** Format: date-time */
            dataTime?: string | null;
            /** Format: date-time */
            receivedAt?: string | null;
            values: {
                [key: string]: components["schemas"]["LatestValue"];
            };
        };
        LoggerBinding: {
            mn: string;
            /** Format: int64 */
            pointId: number;
            /** Format: date-time */
            from?: string | null;
            /** Format: date-time */
            to?: string | null;
        };
        LoggerSession: {
            mn: string;
            remote: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            lastFrameAt: string;
            /** Format: int64 */
            frames: number;
            /** Format: int64 */
            faults: number;
        };
        MonitoringPoint: {
            /** Format: int64 */
            id: number;
            mn: string;
            name: string;
            /** Format: int64 */
            enterpriseId: number;
            enterpriseName: string;
            county: string;
            /** @enum {string} */
            supervisionClass: "KEY" | "GENERAL";
            /** Format: int64 */
            outletId: number;
            outletName: string;
            /** @enum {string} */
            medium: "WATER" | "GAS" | "VOC" | "NOISE" | "AIR" | "SURFACE_WATER" | "DUST" | "OTHER";
            st?: string | null;
            edition: string;
            factors: string[];
            assessedFactors: string[];
            referenceOxygen?: number | null;
            referenceOxygenByFactor: {
                [key: string]: number;
            };
            /** Format: date */
            connectedFrom?: string | null;
            endStamped: boolean;
            /** Format: int32 */
            minuteInterval?: number | null;
            autoCommands: boolean;
        };
        NewEnterprise: {
            name: string | null;
            county: string | null;
            /** @enum {string|null} */
            supervisionClass: "KEY" | "GENERAL" | null;
            industry?: string | null;
            creditCode?: string | null;
            address?: string | null;
            longitude?: number | null;
            latitude?: number | null;
        };
        NewLogger: {
            mn: string | null;
            /** Format: date-time */
            from?: string | null;
        };
        NewPoint: {
            mn: string | null;
            /** Format: int64 */
            enterpriseId: number | null;
            name: string | null;
            /** @enum {string|null} */
            medium: "WATER" | "GAS" | "VOC" | "NOISE" | "AIR" | "SURFACE_WATER" | "DUST" | "OTHER" | null;
            /** @enum {string|null} */
            edition: "2005" | "2017" | "2025" | null;
            st?: string | null;
            factors?: string[] | null;
            outletName?: string | null;
            password?: string | null;
            assessedFactors?: string[] | null;
            referenceOxygen?: number | null;
            referenceOxygenByFactor?: {
                [key: string]: number;
            } | null;
            /** Format: date */
            connectedFrom?: string | null;
            endStamped?: boolean | null;
            /** Format: int32 */
            minuteInterval?: number | null;
            autoCommands?: boolean | null;
        };
        PacketLine: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dataTime?: string | null;
            st: string;
            cn: string;
            /** @enum {string} */
            origin: "LIVE" | "SEED";
            raw: string;
            rawBase64?: string | null;
            /** Format: int32 */
            bytes: number;
            /** Format: int32 */
            problems: number;
        };
        PageOfAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
            /** Format: int64 */
            total: number;
        };
        PageOfEnterprise: {
            items: components["schemas"]["Enterprise"][];
            /** Format: int64 */
            total: number;
        };
        PageOfLivePoint: {
            items: components["schemas"]["LivePoint"][];
            /** Format: int64 */
            total: number;
        };
        Part: {
            /** @enum {string} */
            kind: "HEAD" | "LENGTH" | "HEADER" | "CP_OPEN" | "CP_NAME_VALUE" | "CP_OPAQUE" | "CP_CLOSE" | "CRC" | "TAIL" | "UNKNOWN";
            name: string;
            value: string;
            /** Format: int32 */
            start: number;
            /** Format: int32 */
            end: number;
        };
        PointId: {
            /** Format: int64 */
            id: number;
            mn: string;
        };
        Problem: {
            /** @enum {string} */
            code: "NOISE" | "LENGTH_MISSING" | "LENGTH_DIGITS" | "LENGTH_IN_CHARACTERS" | "LENGTH_MISMATCH" | "SEGMENT_LONG" | "TRUNCATED" | "CRC_DIGITS" | "CRC_MISMATCH" | "CRC_MODBUS" | "HEADER_UNREADABLE" | "HEADER_FIELD" | "ST_MISSING" | "FLAG_UNREADABLE" | "PACKET_NUMBER_UNREADABLE" | "RF_VALUE" | "CP_UNREADABLE" | "CP_FIELD" | "ENCRYPTED" | "DATA_TIME_UNREADABLE";
            error: boolean;
            message: string;
            /** Format: int32 */
            at: number;
            declared?: string | null;
            actual?: string | null;
        };
        QuarantinedDetail: {
            quarantined: components["schemas"]["QuarantinedFrame"];
            frame: components["schemas"]["ExplainedFrame"];
        };
        QuarantinedFrame: {
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            receivedAt: string;
            remote: string;
            mn: string;
            st: string;
            cn: string;
            /** @enum {string} */
            reason: "BAD_CRC" | "BAD_LENGTH" | "UNREADABLE" | "BAD_HEADER" | "DATA_TIME_TOO_OLD" | "DATA_TIME_IN_FUTURE" | "NOT_STORABLE";
            detail: string;
            raw: string;
            rawBase64?: string | null;
        };
        ReaderView: {
            name: string;
            /** Format: int64 */
            position: number;
            /** Format: int64 */
            lag: number;
        };
        ReadingView: {
            /** Format: date-time */
            time: string;
            /** Format: date-time */
            dataTime: string;
            factor: string;
            rtd?: number | null;
            avg?: number | null;
            min?: number | null;
            max?: number | null;
            cou?: number | null;
            zsRtd?: number | null;
            zsAvg?: number | null;
            zsMin?: number | null;
            zsMax?: number | null;
            flag?: string | null;
            /** Format: date-time */
            receivedAt: string;
            backfilled: boolean;
            /** Format: int64 */
            packetId: number;
            raw: {
                [key: string]: string;
            };
        };
        RuleParameter: {
            code: string;
            value: number;
            unit: string;
            /** Format: date */
            effectiveFrom?: string | null;
            /** Format: date */
            effectiveTo?: string | null;
            meaning: string;
            legalBasis: string;
        };
        Session: {
            user: string;
            displayName: string;
            permissions: string[];
        };
        StateReason: {
            /** @enum {string} */
            code: "NEVER_HEARD" | "SILENT" | "FLAG" | "NO_NUMBER";
            factor?: string | null;
            flag?: string | null;
            text?: string | null;
            /** Format: date-time */
            since?: string | null;
        };
        StoreView: {
            postgres: string;
            fsync: boolean;
            synchronousCommit: boolean;
            embedded: boolean;
        };
        UnregisteredMn: {
            mn: string;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            /** Format: int64 */
            packets: number;
            st: string;
            edition: string;
            factors: string[];
            remote: string;
        };
        Verification: {
            /** Format: int64 */
            entries: number;
            intact: boolean;
            /** Format: int64 */
            firstBroken?: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessAddress"];
                };
            };
        };
    };
    sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggerSession"][];
                };
            };
        };
    };
    entries: {
        parameters: {
            query?: {
                actor?: string;
                subject?: string;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditEntry"];
                };
            };
        };
    };
    verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
        };
    };
    counters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counters"];
                };
            };
        };
    };
    counties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
        };
    };
    history: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryState"];
                };
            };
        };
    };
    enterprises: {
        parameters: {
            query?: {
                county?: string;
                supervisionClass?: "KEY" | "GENERAL";
                q?: string;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEnterprise"];
                };
            };
        };
    };
    registerEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEnterprise"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseId"];
                };
            };
        };
    };
    factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorName"][];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    packet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedFrame"];
                };
            };
        };
    };
    points: {
        parameters: {
            query?: {
                county?: string;
                enterprise?: number;
                medium?: "WATER" | "GAS" | "VOC" | "NOISE" | "AIR" | "SURFACE_WATER" | "DUST" | "OTHER";
                online?: boolean;
                state?: string[];
                q?: string;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLivePoint"];
                };
            };
        };
    };
    registerPoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPoint"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointId"];
                };
            };
        };
    };
    point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivePoint"];
                };
            };
        };
    };
    swapLogger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mn: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLogger"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitoringPoint"];
                };
            };
        };
    };
    loggers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggerBinding"][];
                };
            };
        };
    };
    packets: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                after?: number;
                cn?: string;
                order?: string;
                size?: number;
            };
            header?: never;
            path: {
                mn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacketLine"][];
                };
            };
        };
    };
    readings: {
        parameters: {
            query: {
                kind: string;
                factor?: string[];
                from?: string;
                to?: string;
                versions?: string;
            };
            header?: never;
            path: {
                mn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"][];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
                mn?: string;
                after?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedFrame"][];
                };
            };
        };
    };
    one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedDetail"];
                };
            };
        };
    };
    readers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReaderView"][];
                };
            };
        };
    };
    rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleParameter"][];
                };
            };
        };
    };
    current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    store: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreView"];
                };
            };
        };
    };
    unregistered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnregisteredMn"][];
                };
            };
        };
    };
    authority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
}
