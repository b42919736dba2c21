/// The codes of the mistakes that templates may name.
public enum MisconceptionCode {
    /// Every code, as in `wrong[].code` of a problem.
    public static let all: Set<String> = [
        "USE_ALL", "WRONG_OP", "OMIT", "ONE_STEP", "ECHO", "WRONG_UNKNOWN", "OFF_BY_ONE",
        "ADDITIVE_RATIO", "REMAINDER", "REVERSED", "NO_BORROW", "PCT_BASE", "DIFFERENCE",
        "PLACE_VALUE", "COMPLEMENT", "NO_CARRY", "PERIM_AREA", "PCT_OF_VS_MORE", "FORGOT_CONV",
        "PART_PART", "AVG_OF_AVG", "KEYWORD_OP", "ORDER_OPS", "WRONG_CONSTANT", "FRAC_CONCEPT",
        "INVERSE_RATIO", "EQUAL_SPLIT", "SKIP_COUNT", "SIGN", "PCT_CONCEPT", "LINEAR_CONFUSION",
        "CENTRE_CONFUSION", "COUNT_ADD", "FORGOT_HALF", "BASE10_TIME", "FORGOT_SCALE",
        "FRAC_INVERT", "DEC_ALIGN", "DEC_PLACE", "NO_DIV", "REPLACEMENT", "GCD_LCM_SWAP",
        "CONV_INVERSE", "PCT_ADD", "UNSORTED", "ORDERED_UNORDERED", "LCM_PRODUCT", "RADIUS_DIAM",
        "SQRT_FORGOT",
    ]
}
