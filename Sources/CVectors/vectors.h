#ifndef CVECTORS_H
#define CVECTORS_H
// Sixteen floats at once. Swift imports VectorOf16 as SIMD16<Float>; these inline functions cover
// what SIMD16 does not turn into single instructions (fused multiply-add, square root, sums) and
// loads that need no alignment. They hold no state and are compiled into the Swift that calls them,
// for the processor level of the calling target.
typedef float VectorOf16 __attribute__((ext_vector_type(16)));
typedef float VectorOf8 __attribute__((ext_vector_type(8)));
typedef float VectorOf4 __attribute__((ext_vector_type(4)));

#define VECTOR_INLINE static inline __attribute__((always_inline, unused))

VECTOR_INLINE VectorOf16 vector_load(const float *_Nonnull source) {
    VectorOf16 result;
    __builtin_memcpy(&result, source, sizeof result);
    return result;
}

VECTOR_INLINE void vector_store(float *_Nonnull target, VectorOf16 value) {
    __builtin_memcpy(target, &value, sizeof value);
}

// The first `count` (1...15) lanes from memory, the others zero.
VECTOR_INLINE VectorOf16 vector_load_first(const float *_Nonnull source, long count) {
    VectorOf16 result = 0;
    __builtin_memcpy(&result, source, (unsigned long)count * sizeof(float));
    return result;
}

VECTOR_INLINE void vector_store_first(float *_Nonnull target, VectorOf16 value, long count) {
    __builtin_memcpy(target, &value, (unsigned long)count * sizeof(float));
}

// a * b + c, fused where the processor level has it: without the instruction the compiler would
// call the C library once per lane, sixty times slower than two roundings.
VECTOR_INLINE VectorOf16 vector_multiply_add(VectorOf16 a, VectorOf16 b, VectorOf16 c) {
#if defined(__FMA__) || defined(__aarch64__)
    return __builtin_elementwise_fma(a, b, c);
#else
    return a * b + c;
#endif
}

VECTOR_INLINE VectorOf16 vector_square_root(VectorOf16 a) { return __builtin_elementwise_sqrt(a); }

// 1 / a for 1 <= a < 1e38, at most one unit in the last place off: where the processor has an estimate
// of 14 bits, one step of Newton's makes it whole in half the time of a division.
VECTOR_INLINE VectorOf16 vector_reciprocal(VectorOf16 a) {
#if defined(__AVX512F__)
    VectorOf16 estimate = __builtin_ia32_rcp14ps512_mask(a, a, -1);
    return __builtin_elementwise_fma(
        estimate, __builtin_elementwise_fma(-a, estimate, (VectorOf16)1), estimate);
#else
    return 1 / a;
#endif
}

VECTOR_INLINE float vector_sum(VectorOf16 a) {
    VectorOf8 b = a.lo + a.hi;
    VectorOf4 c = b.lo + b.hi;
    return (c.x + c.z) + (c.y + c.w);
}

VECTOR_INLINE float vector_largest(VectorOf16 a) {
    VectorOf8 b = a.lo > a.hi ? a.lo : a.hi;
    VectorOf4 c = b.lo > b.hi ? b.lo : b.hi;
    float left = c.x > c.z ? c.x : c.z, right = c.y > c.w ? c.y : c.w;
    return left > right ? left : right;
}

// Turns a square of sixteen by sixteen: four rounds of interleaving rows eight apart.
VECTOR_INLINE void vector_transpose(
    const float *_Nonnull source, long sourceStride, float *_Nonnull target, long targetStride) {
    VectorOf16 a[16], b[16];
    for (int i = 0; i < 16; i++) a[i] = vector_load(source + i * sourceStride);
#define VECTOR_INTERLEAVE(from, to)                                                                \
    for (int i = 0; i < 8; i++) {                                                                  \
        to[2 * i] = __builtin_shufflevector(                                                       \
            from[i], from[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);         \
        to[2 * i + 1] = __builtin_shufflevector(                                                   \
            from[i], from[i + 8], 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);   \
    }
    VECTOR_INTERLEAVE(a, b)
    VECTOR_INTERLEAVE(b, a)
    VECTOR_INTERLEAVE(a, b)
    VECTOR_INTERLEAVE(b, a)
#undef VECTOR_INTERLEAVE
    for (int i = 0; i < 16; i++) vector_store(target + i * targetStride, a[i]);
}

// The highest level of x86-64 that the running processor and system offer: 1, 3 or 4.
VECTOR_INLINE int vector_processor_level(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v4")) return 4;
    if (__builtin_cpu_supports("x86-64-v3")) return 3;
#endif
    return 1;
}
#endif
