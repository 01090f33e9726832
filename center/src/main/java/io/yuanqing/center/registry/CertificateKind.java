package io.yuanqing.center.registry;

/** What a certificate attests. */
public enum CertificateKind {
    /** 排污许可证. */
    PERMIT,
    /** 运维单位备案或能力认证. */
    QUALIFICATION,
    /** 运维人员上岗证. */
    COMPETENCE,
    /** 环保产品认证, 适用性检测. */
    PRODUCT,
    /** 计量检定或校准证书. */
    VERIFICATION,
    /** 验收文件. */
    ACCEPTANCE,
    /** Anything else. */
    OTHER
}
